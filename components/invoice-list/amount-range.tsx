import { useId } from 'react';
import { Input } from '../ui/input';

interface AmountRangeProps {
  legend: string;
  from: string;
  to: string;
  problem?: string | undefined;
  onChange(range: { from: string; to: string }): void;
}

/** An amount from and to, both as they are typed. */
export function AmountRange({ legend, from, to, problem, onChange }: AmountRangeProps) {
  const problemId = useId();
  const control = {
    inputMode: 'decimal',
    autoComplete: 'off',
    className: 'text-end tabular-nums',
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? problemId : undefined,
  } as const;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-dense font-medium text-ink">{legend}</legend>
      <div className="grid grid-cols-[1fr_auto_1fr] items-center gap-2 text-dense text-ink-2">
        <Input
          {...control}
          aria-label={`${legend} from`}
          placeholder="From"
          value={from}
          onChange={(event) => onChange({ from: event.target.value, to })}
        />
        <span aria-hidden="true">–</span>
        <Input
          {...control}
          aria-label={`${legend} up to`}
          placeholder="Up to"
          value={to}
          onChange={(event) => onChange({ from, to: event.target.value })}
        />
      </div>
      {problem ? (
        <p id={problemId} className="text-label font-medium text-danger">
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}
