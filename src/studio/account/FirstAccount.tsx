import { useCreateFirstAccount } from '../api/users.ts';
import { accountText as text } from '../text/english/account.ts';
import { AccountHeading } from './AccountHeading.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';

/** What a new installation shows first. */
export function FirstAccount() {
  const create = useCreateFirstAccount();
  return (
    <>
      <AccountHeading title={text('first.title')}>{text('first.text')}</AccountHeading>
      <CredentialsForm
        kind="new"
        submitLabel={text('signUp.submit')}
        onSubmit={create.mutate}
        pending={create.isPending}
        error={create.error}
      />
    </>
  );
}
