import type { Actor, ActorKind } from '@/lib/event-sourcing/event';
import { Avatar, type AvatarKind } from '../ui/avatar';
import { Badge } from '../ui/badge';

const kinds: Record<ActorKind, AvatarKind> = {
  user: 'person',
  agent: 'agent',
  system: 'system',
  import: 'import',
};

const words: Record<Exclude<ActorKind, 'user'>, string> = {
  agent: 'Agent',
  system: 'System',
  import: 'Import',
};

/** Who did an event, at a glance. */
export function ActorAvatar({ actor, className }: { actor: Actor; className?: string }) {
  return <Avatar name={actor.name} kind={kinds[actor.kind]} className={className} />;
}

/** Says of what is no person what it is, which its name alone need not tell. */
export function ActorKindBadge({ actor }: { actor: Actor }) {
  return actor.kind === 'user' ? null : <Badge>{words[actor.kind]}</Badge>;
}
