'use client';

import { CircleDot, Shapes, Tag, User, Waypoints, X } from 'lucide-react';
import {
  type ActivityActor,
  activityKindLabels,
  activityKinds,
  causeLabels,
  causes,
  isFiltered,
} from '@/lib/activity/activity-query';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { EventKind } from '@/lib/event-sourcing/workflow';
import { Button } from '../ui/button';
import { MenuButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import { type ActivityAddress, filtersOf } from './activity-address';
import type { ActivityControls } from './use-activity-address';

export interface FilterOptions {
  actors: readonly ActivityActor[];
  /** Types of events by kind of record. */
  workflows: readonly {
    name: string;
    label: string;
    types: readonly { value: string; label: string; kind: EventKind }[];
  }[];
  /** The record that is filtered by. */
  record: { title: string } | null;
}

interface FilterBarProps extends ActivityControls {
  options: FilterOptions;
}

interface Choice {
  value: string;
  label: string;
}

/** Person, kind, type, record and cause; each a menu of checks, named after what is chosen in it. */
export function FilterBar({ address, change, clear, options }: FilterBarProps) {
  const people = options.actors.map((actor) => ({ value: actor.id, label: actorLabel(actor) }));
  const kinds = activityKinds.map((kind) => ({ value: kind, label: activityKindLabels[kind] }));
  const why = causes.map((cause) => ({ value: cause, label: causeLabels[cause] }));
  const workflows = options.workflows.map(({ name, label }) => ({ value: name, label }));
  const types = options.workflows.flatMap((workflow) => workflow.types);
  const chosen = <V extends string>(
    all: readonly V[],
    set: readonly string[],
    value: string,
    on: boolean,
  ): V[] => all.filter((each) => (each === value ? on : set.includes(each)));
  const ids = (all: readonly Choice[]) => all.map(({ value }) => value);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <MenuButton
        align="start"
        icon={<User aria-hidden="true" />}
        items={checks(people, address.who, (value, on) =>
          change({ who: chosen(withKnown(address.who, ids(people)), address.who, value, on) }),
        )}
      >
        {nameOf('Person', people, address.who)}
      </MenuButton>
      <MenuButton
        align="start"
        icon={<Shapes aria-hidden="true" />}
        items={checks(kinds, address.kind, (value, on) =>
          change({ kind: chosen(activityKinds, address.kind, value, on) }),
        )}
      >
        {nameOf('Kind', kinds, address.kind)}
      </MenuButton>
      <MenuButton
        align="start"
        icon={<Tag aria-hidden="true" />}
        items={options.workflows.flatMap((workflow): MenuItem[] => {
          const offered = workflow.types.filter((type) => isOffered(type, address));
          if (offered.length === 0) return [];
          return [
            { kind: 'heading', label: workflow.label },
            ...checks(offered, address.type, (value, on) =>
              change({ type: chosen(ids(types), address.type, value, on) }),
            ),
          ];
        })}
      >
        {nameOf('Type', types, address.type)}
      </MenuButton>
      {workflows.length > 1 || address.workflow.length > 0 ? (
        <MenuButton
          align="start"
          icon={<CircleDot aria-hidden="true" />}
          items={checks(workflows, address.workflow, (value, on) =>
            change({ workflow: chosen(ids(workflows), address.workflow, value, on) }),
          )}
        >
          {nameOf('Records', workflows, address.workflow)}
        </MenuButton>
      ) : null}
      <MenuButton
        align="start"
        icon={<Waypoints aria-hidden="true" />}
        items={checks(why, address.cause, (value, on) =>
          change({ cause: chosen(causes, address.cause, value, on) }),
        )}
      >
        {nameOf('Cause', why, address.cause)}
      </MenuButton>
      {address.record ? (
        <Button icon={<X aria-hidden="true" />} onClick={() => change({ record: null })}>
          <span className="sr-only">Show all records, not only </span>
          <bdi>{options.record?.title ?? 'A record that is not there'}</bdi>
        </Button>
      ) : null}
      {isFiltered(filtersOf(address)) ? (
        <Button variant="ghost" icon={<X aria-hidden="true" />} onClick={clear}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}

/** Of the dozens of types those that the kinds and records chosen leave, and what is chosen itself. */
function isOffered({ value, kind }: { value: string; kind: EventKind }, address: ActivityAddress): boolean {
  if (address.type.includes(value)) return true;
  const { kind: kinds, workflow } = address;
  const ofKind = kinds.length === 0 || kinds.includes('undo') || kinds.includes(kind);
  return ofKind && (workflow.length === 0 || workflow.some((name) => value.startsWith(`${name}.`)));
}

function checks(
  choices: readonly Choice[],
  chosen: readonly string[],
  onChange: (value: string, on: boolean) => void,
): MenuItem[] {
  const named = new Map<string, number>();
  return choices.map(({ value, label }) => {
    // Two people may have one name; an entry of a menu needs one of its own.
    const count = (named.get(label) ?? 0) + 1;
    named.set(label, count);
    return {
      kind: 'check',
      label: count === 1 ? label : `${label} (${count})`,
      checked: chosen.includes(value),
      onChange: (on) => onChange(value, on),
    };
  });
}

/** Those of a copied address too, though nobody here has heard of them. */
const withKnown = (chosen: readonly string[], known: readonly string[]): string[] => [
  ...new Set([...known, ...chosen]),
];

/** "Person", "Person: Ana Novak, Bob Ekdahl", "Person: 4 chosen". */
function nameOf(name: string, choices: readonly Choice[], chosen: readonly string[]): string {
  if (chosen.length === 0) return name;
  const labels = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return `${name}: ${chosen.length > 2 || labels.length < chosen.length ? `${chosen.length} chosen` : labels.join(', ')}`;
}

const actorKinds: Record<ActivityActor['kind'], string> = {
  user: '',
  agent: ', agent',
  system: ', system',
  import: ', import',
};

function actorLabel({ name, kind, left }: ActivityActor): string {
  return `${isolated(name)}${actorKinds[kind]}${left ? ', left' : ''}`;
}
