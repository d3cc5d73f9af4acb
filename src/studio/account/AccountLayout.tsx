import type { ReactNode } from 'react';
import { Brand } from '../shell/Brand.tsx';
import classes from './AccountLayout.module.css';

/** A card in the middle, under the product's name. */
export function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <div className={classes.page}>
      <header>
        <Brand />
      </header>
      <main className={classes.card}>{children}</main>
    </div>
  );
}
