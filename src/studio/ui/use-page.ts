import { useDocumentTitle } from '@mantine/hooks';
import { type RefObject, useEffect, useRef } from 'react';
import { uiText as text } from '../text/english/ui.ts';

let firstScreen = true;

/**
 * Names the page in the window's title, and moves the focus to its heading after a navigation, as a
 * page load would. The first screen leaves the focus where the browser put it.
 */
export function usePage(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(text('windowTitle', { page: title }));
  useEffect(() => {
    if (firstScreen) firstScreen = false;
    else heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
