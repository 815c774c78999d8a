import { describe, expect, it } from 'vitest';
import { workflowOf, workflows } from './workflows';

describe('the registry', () => {
  it.each(Object.entries(workflows))(
    '%s is listed under the name that its events carry',
    (name, workflow) => {
      expect(workflow.name).toBe(name);
      expect(workflowOf(name)).toBe(workflow);
      expect(Object.keys(workflow.kinds).sort()).toEqual(Object.keys(workflow.payloads).sort());
    },
  );

  it('says what to do about a workflow that it does not know', () => {
    expect(() => workflowOf('subscription')).toThrow(
      'There is no workflow "subscription". Update Retrace to read this record.',
    );
  });

  it('knows no workflow by a name that every object has', () => {
    expect(() => workflowOf('constructor')).toThrow(/There is no workflow/);
  });
});
