import { expect, it } from 'vitest';
import { placeOfStep, placesOf, stepAtBound } from './scrub-places';

const places = placesOf([{ count: 2 }, { count: 0 }, { count: 4 }, { count: 0 }]);

it('stands events evenly within their bar', () => {
  expect([0, 1, 2, 3, 4, 5].map((step) => placeOfStep(places, step))).toEqual([
    0, 0.125, 0.25, 0.5625, 0.625, 0.6875,
  ]);
});

it('stands the last event at the end, since nothing follows it, and what is beyond with it', () => {
  expect(placeOfStep(places, 6)).toBe(1);
  expect(placeOfStep(places, 60)).toBe(1);
});

it('finds the last event before a bound', () => {
  expect([-1, 0, 1, 2, 3, 4, 9].map((bound) => stepAtBound(places, bound))).toEqual([0, 0, 2, 2, 6, 6, 6]);
});

it('has one place only where nothing happened', () => {
  expect(placeOfStep(placesOf([]), 0)).toBe(0);
  expect(stepAtBound(placesOf([{ count: 0 }]), 1)).toBe(0);
});
