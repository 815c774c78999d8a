import type { Description } from './workflow';

/** An event in words: its sentence without the actor, and a few words for a button. */
export function say(sentence: string, short: string, tone: Description['tone'] = 'neutral'): Description {
  return { sentence, short, tone };
}
