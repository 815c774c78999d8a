import 'server-only';
import { Lock } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { FormField } from '@/components/record/command-form';
import type { RecordListKind } from '@/components/record-list/list-kind';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { buttonStyles } from '@/components/ui/button-styles';
import { EmptyState } from '@/components/ui/empty-state';
import { mayWrite, readOnlyReason } from '@/lib/access';
import { currencyOptions } from '@/lib/currencies';
import { currentCompany } from './company';
import { requirePerson } from './session';

interface NewRecordPageProps {
  kind: RecordListKind;
  /** The form, given the currencies to choose from. */
  form(currencies: NonNullable<FormField['options']>): ReactNode;
}

/** A page with the form for a new record, for those who may make one. */
export async function NewRecordPage({ kind, form }: NewRecordPageProps) {
  const person = await requirePerson();
  const { currency } = await currentCompany();
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href={kind.path}>{kind.title}</TrailLink>}
        title={kind.create?.label ?? kind.title}
      />
      {mayWrite(person.role) ? (
        form(currencyOptions(currency))
      ) : (
        <EmptyState
          icon={<Lock />}
          title={<h2>You can’t add {kind.many}</h2>}
          action={
            <Link href={kind.path} className={buttonStyles()}>
              Go to {kind.many}
            </Link>
          }
        >
          {readOnlyReason}
        </EmptyState>
      )}
    </div>
  );
}
