import { UnstyledButton } from '@mantine/core';
import { shellText as text } from '../text/english/shell.ts';
import { currentLanguage, type Language, languages } from '../text/language.ts';
import { chooseLanguage } from '../text/start-language.ts';
import classes from './LanguageSwitch.module.css';

/**
 * The languages, each in its own words; remembered in this browser. They are buttons and no radios: a choice loads the
 * page anew, which must not happen to someone who only walks along them by the arrow keys.
 */
export function LanguageSwitch() {
  return (
    <div role="group" aria-label={text('language')} className={classes.languages}>
      {(Object.keys(languages) as Language[]).map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          className={classes.language}
          aria-current={language === currentLanguage() || undefined}
          onClick={() => chooseLanguage(language)}
        >
          {languages[language]}
        </UnstyledButton>
      ))}
    </div>
  );
}
