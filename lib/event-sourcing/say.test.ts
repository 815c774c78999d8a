import { expect, it } from 'vitest';
import { say } from './say';

it('is neutral unless told', () => {
  expect(say('moved the due date', 'due date')).toEqual({
    sentence: 'moved the due date',
    short: 'due date',
    tone: 'neutral',
  });
  expect(say('sent a reminder', 'reminder', 'message').tone).toBe('message');
});
