import { DownOutlined } from '@ant-design/icons';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { type NavigationGroup, navigationFor, openAtFirst } from './navigation.ts';
import { useSession } from './session.ts';

/** On this device; it says nothing of the person, so it outlives signing out. */
const KEY = 'zhaoshi.navigation';

type Choices = Readonly<Record<string, boolean>>;

function storedChoices(): Choices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    );
  } catch {
    return {};
  }
}

/** The groups that the person opened or closed on this device. */
function useChoices(): readonly [Choices, (label: string, isOpen: boolean) => void] {
  const [choices, setChoices] = useState(storedChoices);
  const choose = (label: string, isOpen: boolean): void =>
    setChoices((before) => {
      const after = { ...before, [label]: isOpen };
      localStorage.setItem(KEY, JSON.stringify(after));
      return after;
    });
  return [choices, choose];
}

/** The entry where the person is: of those whose address the page lies at or below, the nearest. */
function useCurrent(groups: readonly NavigationGroup[]): string | undefined {
  const matchRoute = useMatchRoute();
  return groups
    .flatMap(({ items }) => items.map(({ to }) => to))
    .filter((to) => matchRoute({ to, fuzzy: to !== '/' }) !== false)
    .toSorted((one, other) => other.length - one.length)
    .at(0);
}

interface GroupProps {
  readonly group: NavigationGroup;
  readonly current: string | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Group({ group: { label, items }, current, isOpen, onToggle }: GroupProps): ReactNode {
  const id = useId();
  return (
    <section>
      <h2>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          {label}
          <DownOutlined aria-hidden />
        </button>
      </h2>
      <ul id={id} hidden={!isOpen}>
        {items.map(({ to, label: name }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === '/' || to !== current }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The pages that the person's abilities open, in the groups of their work. */
export function SideNavigation(): ReactNode {
  const { abilities, organ } = useSession();
  const groups = navigationFor(abilities, organ?.kind ?? null);
  const [choices, choose] = useChoices();
  const current = useCurrent(groups);
  const here = groups.find(({ items }) => items.some(({ to }) => to === current))?.label;
  // Whoever comes into a group sees where they are; they may close it again.
  const [closedHere, setClosedHere] = useState(false);
  useEffect(() => setClosedHere(false), [current]);
  const first = openAtFirst(groups);
  return (
    <nav className="navigation" aria-label="主导航">
      {groups.map((group) => {
        const { label } = group;
        const isOpen = label === here ? !closedHere : (choices[label] ?? first.includes(label));
        return (
          <Group
            key={label}
            group={group}
            current={current}
            isOpen={isOpen}
            onToggle={() => {
              if (label === here) setClosedHere(isOpen);
              choose(label, !isOpen);
            }}
          />
        );
      })}
    </nav>
  );
}
