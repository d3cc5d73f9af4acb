import {
  createTheme,
  type CSSVariablesResolver,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core';
import { uiText as text } from './text/english/ui.ts';

/** The one accent. White on shade 7 and shade 7 on white keep 5.5:1, shade 4 on the dark surfaces 5:1. */
const river: MantineColorsTuple = [
  '#eef4fd',
  '#dce8fa',
  '#b5cff4',
  '#8bb3ed',
  '#689be7',
  '#528de3',
  '#3d7bd9',
  '#2764c4',
  '#1f56ad',
  '#154692',
];

/** Greys with a breath of blue; Mantine takes text from 0–2, borders from 4, surfaces from 6–8. */
const dark: MantineColorsTuple = [
  '#d6dae1',
  '#bcc3cd',
  '#9aa3b0',
  '#6c7583',
  '#3f4753',
  '#323943',
  '#262c35',
  '#1b2027',
  '#15191f',
  '#0f1216',
];

/** The head of a dialog is a `header` element, which would be a second banner of the page. */
const noLandmark = { role: 'none' };

/** Asked for at each rendering, when the page's language is known. */
const closeButton = () => ({ 'aria-label': text('close') });

export const theme = createTheme({
  colors: { river, dark },
  black: '#1b212a',
  primaryColor: 'river',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, Cantarell, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.125rem', sm: '0.25rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Tooltip: {
      defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } },
    },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: () => ({
        centered: true,
        closeButtonProps: closeButton(),
        attributes: { header: noLandmark },
      }),
      styles: {
        title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600, overflowWrap: 'anywhere' },
      },
    },
    Drawer: {
      defaultProps: () => ({ closeButtonProps: closeButton(), attributes: { header: noLandmark } }),
    },
    Notification: {
      defaultProps: () => ({ closeButtonProps: closeButton() }),
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
    SegmentedControl: {
      defaultProps: { withItemsBorders: false },
      styles: { root: { background: 'var(--studio-track)' } },
    },
    Table: { defaultProps: { borderColor: 'var(--studio-border)' } },
  },
});

/**
 * The Studio's own variables, for both schemes: page behind the surfaces, surfaces, what lies sunken in
 * them, what the pointer is over, borders. Mantine's dimmed and placeholder greys are darkened to AA.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--studio-page': '#f6f7f9',
    '--studio-surface': '#ffffff',
    '--studio-sunken': '#f1f3f5',
    '--studio-hover': '#f1f3f6',
    '--studio-border': '#e1e5ea',
    '--studio-accent-text': 'var(--mantine-color-river-7)',
    '--studio-ok': '#1f8a4c',
    '--studio-fail': '#c92a2a',
    '--studio-warn': '#9a5b00',
    '--mantine-color-dimmed': '#5b6470',
    '--mantine-color-placeholder': '#6b7480',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-anchor': 'var(--mantine-color-river-7)',
    '--studio-track': '#e8ebef',
    '--mantine-color-red-light': '#fdeaea',
    '--mantine-color-red-light-hover': '#fbdcdc',
    '--mantine-color-red-light-color': '#b42424',
    '--mantine-color-yellow-light': '#fdf3dc',
    '--mantine-color-gray-light-color': '#4a5361',
  },
  dark: {
    '--studio-page': '#15191f',
    '--studio-surface': '#1b2027',
    '--studio-sunken': '#15191f',
    '--studio-hover': '#232932',
    '--studio-border': '#323943',
    '--studio-accent-text': 'var(--mantine-color-river-4)',
    '--studio-ok': '#4cc27e',
    '--studio-fail': '#ff8787',
    '--studio-warn': '#f0b860',
    '--mantine-color-dimmed': '#9aa3b0',
    '--mantine-color-placeholder': '#8b94a1',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': 'var(--mantine-color-river-4)',
    '--studio-track': '#0f1216',
    '--mantine-color-river-light': 'rgba(104, 155, 231, 0.16)',
    '--mantine-color-river-light-hover': 'rgba(104, 155, 231, 0.24)',
    '--mantine-color-river-light-color': 'var(--mantine-color-river-2)',
    '--mantine-color-red-light': 'rgba(255, 107, 107, 0.13)',
    '--mantine-color-red-light-hover': 'rgba(255, 107, 107, 0.2)',
    '--mantine-color-red-light-color': '#ff9c9c',
    '--mantine-color-yellow-light': 'rgba(240, 184, 96, 0.13)',
    '--mantine-color-yellow-light-color': '#f0b860',
    '--mantine-color-gray-light': 'rgba(214, 218, 225, 0.09)',
    '--mantine-color-gray-light-hover': 'rgba(214, 218, 225, 0.13)',
    '--mantine-color-gray-light-color': '#bcc3cd',
  },
});

/** `public/color-scheme.js` reads the same key before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'tributary-color-scheme' });
