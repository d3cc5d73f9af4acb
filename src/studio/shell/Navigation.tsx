import { Blocks, ScrollText, Workflow } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { AccountMenu } from './AccountMenu.tsx';
import classes from './Navigation.module.css';

const places = [
  { href: '/flows', label: 'Flows', icon: Workflow },
  { href: '/integrations', label: 'Integrations', icon: Blocks },
  { href: '/runs', label: 'Log', icon: ScrollText },
];

/** Where one can go, and the account at the bottom. `onNavigate` closes the drawer on narrow screens. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const [location] = useLocation();
  return (
    <nav className={classes.navigation} aria-label="Main">
      {places.map((place) => (
        <Link
          key={place.href}
          href={place.href}
          className={classes.link}
          aria-current={location.startsWith(place.href) ? 'page' : undefined}
          onClick={onNavigate}
        >
          <place.icon size={18} aria-hidden />
          {place.label}
        </Link>
      ))}
      <div className={classes.foot}>
        <AccountMenu />
      </div>
    </nav>
  );
}
