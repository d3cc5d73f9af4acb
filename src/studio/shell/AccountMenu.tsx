import { Avatar, Divider, Popover, Stack, UnstyledButton } from '@mantine/core';
import { BookOpen, ChevronsUpDown, LogOut } from 'lucide-react';
import { useCurrentUser, useSignOut } from '../api/users.ts';
import { shellText as text } from '../text/english/shell.ts';
import classes from './AccountMenu.module.css';
import { ColorSchemeSwitch } from './ColorSchemeSwitch.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

/** Who is signed in, the colour scheme, the language, the API's pages, and the way out. */
export function AccountMenu() {
  const user = useCurrentUser();
  const signOut = useSignOut();
  const name = user.data?.username ?? '';
  return (
    <Popover position="top-start" width={220} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.account} aria-label={text('account.of', { name })}>
          <Avatar size={28} radius="xl" color="river" name={name} />
          <span className={classes.name}>{name}</span>
          <ChevronsUpDown size={14} aria-hidden color="var(--mantine-color-dimmed)" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={text('account.label')}>
        <Stack gap={6}>
          <ColorSchemeSwitch />
          <LanguageSwitch />
        </Stack>
        <Divider my={6} color="var(--studio-border)" />
        <a className={classes.entry} href="/docs" target="_blank" rel="noreferrer">
          <BookOpen size={16} aria-hidden />
          {text('account.apiReference')}
        </a>
        <UnstyledButton className={classes.entry} onClick={() => signOut.mutate()}>
          <LogOut size={16} aria-hidden />
          {text('account.signOut')}
        </UnstyledButton>
      </Popover.Dropdown>
    </Popover>
  );
}
