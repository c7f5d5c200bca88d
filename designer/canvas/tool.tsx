/** One button on the canvas; a file of its own, so that who only looks at a drawing does not load what draws. */
import { ActionIcon, Loader, Tooltip } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';

interface ToolProps {
  icon: TablerIcon;
  label: string;
  keys?: string;
  disabled?: boolean;
  busy?: boolean;
  /** Of what can be switched on and off. */
  pressed?: boolean;
  onPress(): void;
}

export function Tool({
  icon: Icon,
  label,
  keys,
  disabled = false,
  busy = false,
  pressed,
  onPress,
}: ToolProps) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={label}
        aria-disabled={disabled || undefined}
        data-disabled={disabled || undefined}
        aria-pressed={pressed}
        onClick={() => !disabled && !busy && onPress()}
      >
        {busy ? <Loader size={16} /> : <Icon size={20} stroke={1.75} aria-hidden="true" />}
      </ActionIcon>
    </Tooltip>
  );
}
