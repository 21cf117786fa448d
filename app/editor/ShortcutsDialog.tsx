import { useLingui } from '@lingui/react/macro';
import { Dialog } from '../design/parts/Dialog.tsx';
import styles from './ShortcutsDialog.module.css';

/** Every key of the editor, in groups, for who works without a pointer and for who wants to be quick. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      t`Move`,
      [
        ['← → ↑ ↓', t`to the next place`],
        ['Home End', t`to the first or last step of the row`],
        ['Ctrl+Home Ctrl+End', t`to the first or last cell`],
        ['F6', t`to the next part of the screen`],
        ['Ctrl+K', t`search, and every command`],
        ['Ctrl++ Ctrl+-', t`nearer and further away`],
        ['Shift+1', t`see the whole map`],
        ['Shift+0 Ctrl+0', t`see it at 100 %`],
        ['Shift+2', t`see what is selected`],
      ],
    ],
    [
      t`Write`,
      [
        ['Enter', t`write in the card or title; a new card in an empty cell`],
        ['Ctrl+Enter', t`one more card, step, stage or lane after this`],
        ['Shift+Enter', t`a new line in a card`],
        ['Tab', t`finish and go to the next cell`],
        ['Esc', t`finish`],
      ],
    ],
    [
      t`Change`,
      [
        ['Space', t`pick up; arrow keys carry, Space puts down, Esc puts back`],
        ['Shift+← Shift+→', t`make a card cover fewer or more steps`],
        ['Delete', t`delete`],
        [
          'Ctrl+C Ctrl+X Ctrl+V',
          t`copy, cut and paste cards, stages, steps and lanes, also from and to tables`,
        ],
        ['Ctrl+H', t`find a text and replace it`],
        ['Ctrl+D', t`duplicate`],
        ['Ctrl+A', t`select all cards`],
        ['Ctrl+Z Ctrl+Shift+Z', t`undo and redo what you did`],
        ['Shift+F10', t`everything else that can be done here`],
      ],
    ],
    [
      t`Curve`,
      [
        ['Enter', t`from a cell of the emotion lane to its face`],
        ['↑ ↓', t`feel better or worse`],
        ['Delete', t`take the point away`],
      ],
    ],
    [
      t`Tools`,
      [
        ['V H', t`select, move the view`],
        ['C N', t`card, sticky note`],
        ['E P', t`emotion, pain point`],
        ['M L', t`marker, connector`],
      ],
    ],
  ];
  return (
    <Dialog open width="wide" title={t`Keys`} onClose={onClose}>
      <div className={styles['groups']}>
        {groups.map(([title, keys]) => (
          <section key={title}>
            <h3 className={styles['heading']}>{title}</h3>
            <dl className={styles['keys']}>
              {keys.map(([key, text]) => (
                <div key={key} className={styles['line']}>
                  <dt>
                    {key.split(' ').map((one) => (
                      <kbd key={one}>{one}</kbd>
                    ))}
                  </dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
