import { ReasonField } from '../history/reason-field';

type CommandReasonProps = Omit<Parameters<typeof ReasonField>[0], 'description'> & {
  /** As `reasonRequired` in lib/invoice/lawful.ts says of the command. */
  required: boolean;
};

/** Why: asked for where the rules want it, offered elsewhere. */
export function CommandReason({ required, ...field }: CommandReasonProps) {
  const description = required
    ? 'Everyone who looks at the history sees it.'
    : 'For whoever looks at the history. Optional.';
  return <ReasonField description={description} {...field} />;
}
