import type { Screen, Tour } from './tour.ts';

/** The lists of an account that is new. */
export function withoutFlows(tour: Tour): Screen[] {
  const { page, goTo, button, seen } = tour;
  return [
    {
      name: 'flows, none yet',
      show: async () => {
        await page.evaluate((token) => localStorage.setItem('tributary-token', token), tour.api.token ?? '');
        await goTo('/flows');
        await seen('Draw your first flow');
      },
    },
    {
      name: 'the account menu',
      show: () =>
        button(/Account/)
          .click()
          .then(() => seen('Sign out')),
    },
    {
      name: 'the new menu',
      show: async () => {
        await goTo('/flows');
        await button('New').first().click();
        await seen('Runs for your own account.');
      },
    },
    {
      name: 'flows of a kind, none yet',
      show: () => goTo('/flows?show=automations').then(() => seen('No automations yet')),
    },
    {
      name: 'flows, none matches',
      show: () => goTo('/flows?q=zzz').then(() => seen('No flow matches')),
      data: ['zzz'],
    },
    {
      name: 'an address that leads nowhere',
      show: () => goTo('/nowhere').then(() => seen('Page not found')),
    },
    {
      name: 'integrations, none yet',
      show: () => goTo('/integrations').then(() => seen('No integrations yet')),
    },
    { name: 'the log, nothing yet', show: () => goTo('/runs').then(() => seen('Nothing has run yet')) },
    { name: 'events, none yet', show: () => goTo('/events').then(() => seen('Nothing is learnt yet')) },
    {
      name: 'a new contract, refused',
      show: async () => {
        await button('New contract').click();
        await button('Continue').click();
        await seen('An event has a name');
      },
    },
    {
      name: 'the log, none matches',
      show: () => goTo('/runs?status=failed&flow=gone').then(() => seen('No run matches')),
    },
  ];
}
