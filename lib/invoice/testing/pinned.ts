import type { Past } from './histories';

/** Histories that once broke a law, made smaller: each law tries them first. What `npm run fuzz` finds goes here. */
export const pinned: readonly Past[] = [
  // An action taken back by its own author's cascade did not come back to the list when the cascade was undone.
  {
    from: 'draft',
    steps: [
      { do: 'cascade', actor: 0, at: 0 },
      { do: 'press', actor: 0, cause: 'undo' },
    ],
  },
  // Redo took the wrong one of two actions on the same event, after somebody else's undo and redo of it.
  {
    from: 'draft',
    steps: [
      { do: 'batch', actor: 1, at: 0, length: 1, skip: false },
      { do: 'row', actor: 1, at: 0 },
      { do: 'press', actor: 0, cause: 'undo' },
    ],
  },
  // An action that was hidden while a later one was undone came back behind it.
  {
    from: 'draft',
    steps: [
      {
        do: 'command',
        actor: 0,
        atOnce: 1,
        commands: [
          {
            type: 'change_customer',
            customer: {
              id: '00000000-0000-4000-8000-100000000001',
              name: 'Kupfer OHG',
              email: 'a@example.com',
              address: null,
              taxId: 'DE1',
            },
          },
        ],
      },
      { do: 'batch', actor: 0, at: 30, length: 1, skip: false },
      { do: 'row', actor: 0, at: 30 },
      { do: 'row', actor: 2, at: 8 },
      { do: 'batch', actor: 2, at: 5, length: 1, skip: false },
    ],
  },
  // Undo of a redone action showed a later one again, which the redo had hidden.
  {
    from: 'draft',
    steps: [
      { do: 'cascade', actor: 2, at: 1 },
      { do: 'press', actor: 2, cause: 'undo' },
      { do: 'batch', actor: 0, at: 0, length: 1, skip: false },
      { do: 'row', actor: 0, at: 0 },
      { do: 'press', actor: 2, cause: 'redo' },
    ],
  },
];
