'use client';

import { DetailsForm } from './details-form';
import { MoneyForm } from './money-form';
import { PaymentReferenceForm } from './payment-reference-form';
import type { SectionName } from './sections';
import { SeriesForm } from './series-form';
import { TimeZoneForm } from './time-zone-form';

/** The form of one section. Loads when somebody opens one. */
export function CompanyForm({ section, onClose }: { section: SectionName; onClose(): void }) {
  switch (section) {
    case 'details':
      return <DetailsForm onClose={onClose} />;
    case 'time_zone':
      return <TimeZoneForm onClose={onClose} />;
    case 'money':
      return <MoneyForm onClose={onClose} />;
    case 'payment_reference':
      return <PaymentReferenceForm onClose={onClose} />;
    default:
      return <SeriesForm series={section} onClose={onClose} />;
  }
}
