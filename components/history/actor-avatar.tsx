import type { Actor, ActorKind } from '@/lib/event-sourcing/event';
import { Avatar, type AvatarKind } from '../ui/avatar';

const kinds: Record<ActorKind, AvatarKind> = {
  user: 'person',
  agent: 'agent',
  system: 'system',
  import: 'import',
};

/** Who did an event, at a glance. */
export function ActorAvatar({ actor, className }: { actor: Actor; className?: string }) {
  return <Avatar name={actor.name} kind={kinds[actor.kind]} className={className} />;
}
