import { TextField } from '../ui/text-field';

type ReasonFieldProps = Omit<Parameters<typeof TextField>[0], 'label'>;

/** Why, where nobody has to say it. */
export function ReasonField(props: ReasonFieldProps) {
  return (
    <TextField
      label="Reason"
      description="Why it changes, for whoever looks at the history. Optional."
      maxLength={1000}
      {...props}
    />
  );
}
