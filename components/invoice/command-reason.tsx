import { ReasonField } from '../history/reason-field';

type CommandReasonProps = Omit<Parameters<typeof ReasonField>[0], 'description'> & {
  /** As `reasonRequired` in lib/invoice/lawful.ts says of the command. */
  required: boolean;
};

/** Why: asked for where the rules want it, offered elsewhere. */
export function CommandReason({ required, ...field }: CommandReasonProps) {
  if (!required) return <ReasonField {...field} />;
  return <ReasonField description="Everyone who looks at the history sees it." {...field} />;
}
