import { Api } from '../api.ts';
import { account, type Screen, type Tour } from './tour.ts';

/** Before one has an account, or a session. */
export function signedOut(tour: Tour): Screen[] {
  const { page, goTo, button, seen } = tour;
  return [
    {
      name: 'the first account, refused',
      show: async () => {
        await goTo('/');
        await button('Create account').click();
        await seen('Enter a password.');
      },
    },
    {
      name: 'sign-in',
      show: async () => {
        tour.api = await new Api(tour.server.url).as(account.username, account.password);
        await goTo('/');
        await seen('No account yet?');
      },
    },
    { name: 'sign-up', show: () => goTo('/sign-up').then(() => seen('Have an account?')) },
    {
      name: 'sign-in after the session has ended',
      show: async () => {
        await page.evaluate(() => localStorage.setItem('tributary-token', 'old'));
        await goTo('/');
        await seen('Your session has ended.');
      },
      data: ['no longer valid'],
    },
  ];
}
