import type { ReactNode } from 'react';
import { Brand } from '../shell/Brand.tsx';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import classes from './AccountLayout.module.css';

/** A card in the middle, under the product's name; the languages at the foot. */
export function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <div className={classes.page}>
      <header>
        <Brand />
      </header>
      <main className={classes.card}>{children}</main>
      <footer>
        <LanguageSwitch />
      </footer>
    </div>
  );
}
