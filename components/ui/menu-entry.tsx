'use client';

import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { useId } from 'react';
import { cn } from './cn';
import { menuItemStyles } from './menu-item-styles';
import type { MenuItem } from './menu-items';

type Entry = Exclude<MenuItem, { kind: 'link' }>;

/** One entry of an open menu: an action, a choice of one, a check, a heading or a line. */
export function MenuEntry({ item }: { item: Entry }) {
  switch (item.kind) {
    case 'separator':
      return <Menu.Separator className="mx-2 my-1 h-px bg-line" />;
    case 'heading':
      return <div className="px-2.5 py-1.5 text-label font-medium text-ink-2">{item.label}</div>;
    case 'choice':
      return <Choice item={item} />;
    case 'check':
      return <CheckItem item={item} />;
    default:
      return <ActionItem item={item} />;
  }
}

/** The reason stands beneath the label but outside of the name, so that "Undo this change" keeps its name. */
function Reason({ id, reason }: { id: string; reason: string }) {
  return (
    <span id={id} className="block text-label text-ink-2">
      {reason}
    </span>
  );
}

function ActionItem({ item }: { item: Extract<Entry, { kind?: 'action' }> }) {
  const id = useId();
  const refused = Boolean(item.disabledReason);
  const reason = item.disabledReason || item.note || undefined;
  const answers = refused && item.onRefused;
  return (
    <Menu.Item
      label={item.label}
      // What is disabled swallows the press; what has more to say than its reason only says that it is.
      disabled={refused && !answers}
      {...(answers ? { 'aria-disabled': true } : {})}
      onClick={refused ? item.onRefused : item.onSelect}
      aria-labelledby={`${id}-label`}
      aria-describedby={reason && `${id}-reason`}
      className={menuItemStyles({
        tone: refused ? 'neutral' : item.tone,
        className: cn(reason && 'items-start', answers && 'text-ink-3'),
      })}
    >
      {item.icon}
      <span className="min-w-0 flex-1">
        <span id={`${id}-label`}>{item.label}</span>
        {reason ? <Reason id={`${id}-reason`} reason={reason} /> : null}
      </span>
      {item.hint ? <span className="text-label text-ink-3 tabular-nums">{item.hint}</span> : null}
    </Menu.Item>
  );
}

function CheckItem({ item }: { item: Extract<Entry, { kind: 'check' }> }) {
  const id = useId();
  const reason = item.disabledReason || undefined;
  return (
    <Menu.CheckboxItem
      label={item.label}
      checked={item.checked}
      onCheckedChange={item.onChange}
      disabled={Boolean(reason)}
      aria-labelledby={`${id}-label`}
      aria-describedby={reason && `${id}-reason`}
      className={menuItemStyles()}
    >
      <span className="grid size-4 place-items-center">
        <Menu.CheckboxItemIndicator>
          <Check aria-hidden="true" className="text-accent" />
        </Menu.CheckboxItemIndicator>
      </span>
      <span>
        <span id={`${id}-label`}>{item.label}</span>
        {reason ? <Reason id={`${id}-reason`} reason={reason} /> : null}
      </span>
    </Menu.CheckboxItem>
  );
}

function Choice({ item }: { item: Extract<Entry, { kind: 'choice' }> }) {
  return (
    <Menu.RadioGroup value={item.value} onValueChange={(value: string) => item.onChange(value)}>
      <Menu.GroupLabel className="px-2.5 pt-1.5 pb-1 text-label font-medium text-ink-2">
        {item.label}
      </Menu.GroupLabel>
      {item.options.map((option) => (
        <Menu.RadioItem
          key={option.value}
          value={option.value}
          label={option.label}
          className={menuItemStyles()}
        >
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <Menu.RadioItemIndicator>
            <Check aria-hidden="true" className="text-accent" />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
