import { SegmentedControl, Tooltip, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { Monitor, Moon, Sun } from 'lucide-react';
import { shellText as text } from '../text/english/shell.ts';

const schemes = [
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
  { value: 'auto', icon: Monitor },
] as const;

/** Light, dark, or as the system has it; remembered in this browser. */
export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={text('colorScheme.label')}
      value={colorScheme}
      onChange={setColorScheme}
      data={schemes.map(({ value, icon: Icon }) => ({
        value,
        label: (
          <Tooltip label={text(`colorScheme.${value}`)}>
            <span style={{ display: 'grid', placeItems: 'center', height: 18 }}>
              <Icon size={14} aria-hidden />
              <VisuallyHidden>{text(`colorScheme.${value}`)}</VisuallyHidden>
            </span>
          </Tooltip>
        ),
      }))}
    />
  );
}
