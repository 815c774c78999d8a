import { describe, expect, it } from 'vitest';
import { payloadOf, payloads, workflowOf, workflows } from './workflows';

describe('the registry', () => {
  it.each(Object.entries(workflows))(
    '%s is listed under the name that its events carry',
    (name, workflow) => {
      expect(workflow.name).toBe(name);
      expect(workflowOf(name)).toBe(workflow);
      const known = payloads[name] ?? {};
      expect(Object.keys(workflow.kinds).sort()).toEqual(Object.keys(known).sort());
      for (const [type, { schemaVersion }] of Object.entries(known)) {
        expect(workflow.schemaVersions[type] ?? 1).toBe(schemaVersion);
        expect(payloadOf(name, type)).toBe(known[type]);
      }
    },
  );

  it('says what to do about a workflow that it does not know', () => {
    expect(() => workflowOf('parcel')).toThrow(
      'There is no workflow "parcel". Update Retrace to read this record.',
    );
  });

  it('knows no workflow or event by a name that every object has', () => {
    expect(() => workflowOf('constructor')).toThrow(/There is no workflow/);
    expect(() => payloadOf('invoice', 'constructor')).toThrow(
      '"constructor" is no event of the workflow "invoice". Update Retrace to read this record.',
    );
  });
});
