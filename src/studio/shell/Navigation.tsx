import { Blocks, ScrollText, Workflow, Zap } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { shellText as text } from '../text/english/shell.ts';
import { UnprocessedBadge } from './UnprocessedBadge.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import classes from './Navigation.module.css';

const places = [
  { href: '/flows', name: 'flows', icon: Workflow },
  { href: '/integrations', name: 'integrations', icon: Blocks },
  { href: '/events', name: 'events', icon: Zap },
  { href: '/runs', name: 'log', icon: ScrollText },
] as const;

/** Where one can go, and the account at the bottom. `onNavigate` closes the drawer on narrow screens. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const [location] = useLocation();
  return (
    <nav className={classes.navigation} aria-label={text('navigation.label')}>
      {places.map((place) => (
        <Link
          key={place.href}
          href={place.href}
          className={classes.link}
          aria-current={location.startsWith(place.href) ? 'page' : undefined}
          onClick={onNavigate}
        >
          <place.icon size={18} aria-hidden />
          {text(`navigation.${place.name}`)}
          {place.name === 'log' && <UnprocessedBadge />}
        </Link>
      ))}
      <div className={classes.foot}>
        <AccountMenu />
      </div>
    </nav>
  );
}
