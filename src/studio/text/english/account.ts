import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Signing in, signing up and the first account. */
export const accountEnglish = {
  signIn: {
    title: 'Sign in',
    text: 'Use the account of your product or your team.',
    expired: 'Your session has ended. Sign in to go on where you were.',
    noAccount: 'No account yet? {{create}}',
    create: 'Create one',
  },
  signUp: {
    title: 'Create an account',
    text: 'It takes a name and a password.',
    submit: 'Create account',
    haveAccount: 'Have an account? {{signIn}}',
  },
  first: {
    title: 'Welcome to Tributary',
    text: 'Create the first account: it administers this installation.',
  },
  credentials: {
    username: 'Username or e-mail',
    usernameMissing: 'Enter a username or an e-mail address.',
    password: 'Password',
    passwordMissing: 'Enter a password.',
    passwordShort: 'A password has at least 5 characters.',
    passwordRule: 'At least 5 characters.',
    showPassword: 'Show the password',
  },
  noAnswer: 'Tributary did not answer',
} as const satisfies Sentences;

export const accountText = createArea('account', accountEnglish);
