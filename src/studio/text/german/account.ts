import type { Translation } from '../../../flow/messages/sentences.ts';
import type { accountEnglish } from '../english/account.ts';

export const account = {
  signIn: {
    title: 'Anmelden',
    text: 'Mit dem Konto Ihres Produkts oder Ihres Teams.',
    expired: 'Ihre Sitzung ist abgelaufen. Nach der Anmeldung geht es weiter, wo Sie waren.',
    noAccount: 'Noch kein Konto? {{create}}',
    create: 'Eines anlegen',
  },
  signUp: {
    title: 'Konto anlegen',
    text: 'Dazu genügen ein Name und ein Passwort.',
    submit: 'Konto anlegen',
    haveAccount: 'Sie haben ein Konto? {{signIn}}',
  },
  first: {
    title: 'Willkommen bei Tributary',
    text: 'Legen Sie das erste Konto an: Es verwaltet diese Installation.',
  },
  credentials: {
    username: 'Benutzername oder E-Mail-Adresse',
    usernameMissing: 'Geben Sie einen Benutzernamen oder eine E-Mail-Adresse ein.',
    password: 'Passwort',
    passwordMissing: 'Geben Sie ein Passwort ein.',
    passwordShort: 'Ein Passwort hat mindestens 5 Zeichen.',
    passwordRule: 'Mindestens 5 Zeichen.',
    showPassword: 'Passwort anzeigen',
  },
  noAnswer: 'Tributary hat nicht geantwortet',
} as const satisfies Translation<typeof accountEnglish>;
