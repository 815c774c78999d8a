'use client';

import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { RefCallBack } from 'react-hook-form';
import type { Customer } from '@/lib/invoice/events';
import { cn } from '../ui/cn';
import { controlStyles } from '../ui/control-styles';
import type { ControlProps } from '../ui/field';

interface CustomerComboboxProps {
  control: ControlProps;
  name: string;
  value: string;
  inputRef: RefCallBack;
  onType(text: string): void;
  onBlur(): void;
  suggestions: readonly Customer[];
  onChoose(customer: Customer): void;
}

/**
 * A text field that suggests customers: the editable combobox of the ARIA practices. The focus stays in the field;
 * arrows walk the list, Enter takes what they point to, Escape closes it. (Base UI's autocomplete is 50 KB.)
 */
export function CustomerCombobox(props: CustomerComboboxProps) {
  const { control, name, value, inputRef, onType, onBlur, suggestions, onChoose } = props;
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [pointed, setPointed] = useState(-1);
  const shown = open && suggestions.length > 0;
  const active = shown ? suggestions[pointed] : undefined;
  const optionId = (index: number) => `${listId}-${index}`;
  const activeId = active && optionId(pointed);

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const close = () => {
    setOpen(false);
    setPointed(-1);
  };
  const choose = (customer: Customer) => {
    onChoose(customer);
    close();
  };
  const walk = (step: 1 | -1) => {
    const { length } = suggestions;
    setOpen(true);
    if (pointed < 0) setPointed(step === 1 ? 0 : length - 1);
    else setPointed((pointed + step + length) % length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While characters are being composed the keys belong to the input method.
    if (event.nativeEvent.isComposing || suggestions.length === 0) return;
    if (event.key === 'ArrowDown') walk(1);
    else if (event.key === 'ArrowUp') walk(-1);
    else if (event.key === 'Enter' && active) choose(active);
    else if (event.key === 'Escape' && shown) close();
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <input
        {...control}
        ref={inputRef}
        name={name}
        value={value}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={(event) => {
          onType(event.target.value);
          setOpen(true);
          setPointed(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close();
          onBlur();
        }}
        className={controlStyles()}
      />
      <p role="status" className="sr-only">
        {shown ? `${suggestions.length} ${suggestions.length === 1 ? 'suggestion' : 'suggestions'}` : ''}
      </p>
      <div
        id={listId}
        role="listbox"
        aria-label="Suggestions"
        hidden={!shown}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded-card border border-line bg-panel p-1 shadow-popup"
      >
        {suggestions.map((customer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
          <div
            key={customer.id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === pointed}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setPointed(index)}
            onClick={() => choose(customer)}
            className={cn(
              'cursor-default rounded-md px-2.5 py-1.5 text-dense text-ink',
              index === pointed && 'bg-sunken',
            )}
          >
            <span className="block truncate font-medium">{customer.name}</span>
            {customer.email ? (
              <span className="block truncate text-label text-ink-2">{customer.email}</span>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}
