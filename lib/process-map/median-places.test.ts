import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClassCount, medianPlaces, pathCounts } from './median-places';

const classOf = (time: number) => Math.floor(4 * Math.log(1 + time));

test('leads to the median that sorting everything would give', () => {
  const times = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(times, { minLength: 1, maxLength: 4 }), (paths) => {
      const counts = paths.flatMap((all, path): ClassCount[] =>
        [...new Set(all.map(classOf))].map((lengthClass) => ({
          from: 'a',
          to: `${path}`,
          lengthClass,
          place: `${path} ${lengthClass}`,
          count: all.filter((time) => classOf(time) === lengthClass).length,
        })),
      );
      const places = medianPlaces(counts);
      expect(pathCounts(counts).map(({ count }) => count)).toEqual(paths.map((all) => all.length));
      const medians = paths.map((all, path) => {
        const place = places.find(({ to }) => to === `${path}`);
        const inClass = all
          .filter((time) => `${path} ${classOf(time)}` === place?.place)
          .sort((a, b) => a - b);
        return inClass[(place?.rank ?? 0) - 1];
      });
      expect(medians).toEqual(
        paths.map((all) => [...all].sort((a, b) => a - b)[Math.ceil(all.length / 2) - 1]),
      );
    }),
  );
});

test('what begins a record comes after nothing, so has no median', () => {
  const counts = [{ from: null, to: 'a', lengthClass: 0, place: 'a 0', count: 7 }];
  expect(medianPlaces(counts)).toEqual([]);
  expect(pathCounts(counts)).toEqual([{ from: null, to: 'a', count: 7 }]);
});
