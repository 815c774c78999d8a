import type { ReactNode } from 'react';
import type { FieldErrors, UseFormRegisterReturn } from 'react-hook-form';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';

type FieldName = 'name' | 'email' | 'address' | 'taxId';

interface CustomerFieldsProps {
  register(name: FieldName): UseFormRegisterReturn;
  errors: FieldErrors<Record<FieldName, string>>;
  /** Said below the name while it is typed. */
  aboutName?: ReactNode;
}

/** Who a customer is: the same fields for a new one and for changing one. */
export function CustomerFields({ register, errors, aboutName }: CustomerFieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        autoComplete="off"
        description={aboutName}
        {...register('name')}
        error={errors.name?.message}
      />
      <TextField
        label="Email"
        type="email"
        autoComplete="off"
        spellCheck={false}
        {...register('email')}
        error={errors.email?.message}
      />
      <TextareaField
        label="Address"
        autoComplete="off"
        {...register('address')}
        error={errors.address?.message}
      />
      <TextField
        label="Tax id"
        autoComplete="off"
        spellCheck={false}
        {...register('taxId')}
        error={errors.taxId?.message}
      />
    </>
  );
}
