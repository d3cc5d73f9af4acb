import { Burger, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { shellText as text } from '../text/english/shell.ts';
import { Brand } from './Brand.tsx';
import { Navigation } from './Navigation.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import classes from './Shell.module.css';

/** What stands around every screen but the Designer: navigation at the left, or in a drawer when narrow. */
export function Shell({ children }: { children: ReactNode }) {
  const [drawerOpen, drawer] = useDisclosure();
  const [location] = useLocation();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {text('skip')}
      </a>
      <aside className={classes.side}>
        <Link href="/flows" className={classes.brand}>
          <Brand />
        </Link>
        <Navigation />
      </aside>
      <header className={classes.topBar}>
        <Burger size="sm" opened={drawerOpen} onClick={drawer.toggle} aria-label={text('navigation.menu')} />
        <Link href="/flows" className={classes.brand}>
          <Brand />
        </Link>
      </header>
      <Drawer
        opened={drawerOpen}
        onClose={drawer.close}
        size={264}
        title={<Brand />}
        hiddenFrom="sm"
        styles={{
          content: { display: 'flex', flexDirection: 'column' },
          body: { flex: 1, padding: '8px 12px 12px' },
        }}
      >
        <Navigation onNavigate={drawer.close} />
      </Drawer>
      <main className={classes.main} id="main" tabIndex={-1}>
        <ScreenBoundary key={location}>{children}</ScreenBoundary>
      </main>
    </div>
  );
}
