'use client';

import { usePreferenceChoices } from '@/components/shell/preference-choices';
import { usePreferences } from '@/components/shell/preferences-context';
import { SelectField } from '@/components/ui/select-field';

interface LooksFormProps {
  /** In which times are written now. */
  timeZone: string;
  /** Every zone that this server knows. */
  zones: readonly string[];
}

/** How things look to me in this browser. Each is kept as soon as it is chosen. */
export function LooksForm({ timeZone, zones }: LooksFormProps) {
  const { chosen } = usePreferences();
  const { theme, zone, clock, times } = usePreferenceChoices(timeZone);
  const known = zone.options.filter(({ value }) => !zones.includes(value));
  const zoneOptions = [...known, ...zones.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))];
  return (
    <div className="grid max-w-xl gap-4 sm:grid-cols-2">
      {[theme, clock, times, { ...zone, value: chosen.zone, options: zoneOptions }].map(
        ({ label, value, options, onChange }) => (
          <SelectField
            key={label}
            label={label}
            value={value}
            options={options.map((option) => ({ value: option.value, label: option.label }))}
            onChange={(event) => onChange(event.target.value)}
          />
        ),
      )}
    </div>
  );
}
