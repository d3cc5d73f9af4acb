import { useCreateFirstAccount } from '../api/users.ts';
import { AccountHeading } from './AccountHeading.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';

/** What a new installation shows first. */
export function FirstAccount() {
  const create = useCreateFirstAccount();
  return (
    <>
      <AccountHeading title="Welcome to Tributary">
        Create the first account: it administers this installation.
      </AccountHeading>
      <CredentialsForm
        kind="new"
        submitLabel="Create account"
        onSubmit={create.mutate}
        pending={create.isPending}
        error={create.error}
      />
    </>
  );
}
