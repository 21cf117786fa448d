import { useLingui } from '@lingui/react/macro';
import {
  Hand,
  Keyboard,
  MousePointer2,
  Smile,
  Spline,
  SquarePen,
  Star,
  StickyNote,
  TriangleAlert,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Tool } from '../canvas/canvasState.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import styles from './ToolRail.module.css';

export interface ToolRailProps {
  readonly tool: Tool;
  readonly onChange: (tool: Tool) => void;
  /** Who may only read selects and pans. */
  readonly readOnly: boolean;
  /** Tools are for the canvas; the other views have none. */
  readonly onCanvas: boolean;
  readonly onShortcuts: () => void;
}

interface ToolButton {
  readonly tool: Tool;
  readonly label: string;
  readonly shortcut: string;
  readonly icon: ReactNode;
}

/** What a press on the canvas does next. */
export const ToolRail = memo(({ tool, onChange, readOnly, onCanvas, onShortcuts }: ToolRailProps) => {
  const { t } = useLingui();
  const looking: readonly ToolButton[] = [
    { tool: 'select', label: t`Select`, shortcut: 'V', icon: <MousePointer2 /> },
    { tool: 'hand', label: t`Move the view`, shortcut: 'H', icon: <Hand /> },
  ];
  const making: readonly ToolButton[] = [
    { tool: 'card', label: t`Card`, shortcut: 'C', icon: <SquarePen /> },
    { tool: 'note', label: t`Sticky note`, shortcut: 'N', icon: <StickyNote /> },
    { tool: 'emotion', label: t`Emotion`, shortcut: 'E', icon: <Smile /> },
    { tool: 'pain', label: t`Pain point`, shortcut: 'P', icon: <TriangleAlert /> },
    { tool: 'marker', label: t`Marker`, shortcut: 'M', icon: <Star /> },
    { tool: 'connector', label: t`Connector`, shortcut: 'L', icon: <Spline /> },
  ];
  const button = (one: ToolButton) => (
    <IconButton
      key={one.tool}
      label={one.label}
      shortcut={one.shortcut}
      icon={one.icon}
      pressed={tool === one.tool}
      tooltipSide="right"
      onClick={() => onChange(one.tool)}
    />
  );
  return (
    <nav className={styles['rail']} aria-label={t`Tools`} data-region>
      {onCanvas && looking.map(button)}
      {onCanvas && !readOnly && (
        <>
          <hr className={styles['line']} />
          {making.map(button)}
        </>
      )}
      <div className={styles['foot']}>
        <IconButton
          label={t`Keys`}
          shortcut="?"
          icon={<Keyboard />}
          tooltipSide="right"
          onClick={onShortcuts}
        />
      </div>
    </nav>
  );
});
