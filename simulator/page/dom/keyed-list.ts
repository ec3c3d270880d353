/** A list whose elements stay the same while their items do, so that focus and scroll position are kept. */

import { focusedPlace, focusNear } from "./focus.js";

/** An element that shows an item. */
export interface Shown<Item> {
  readonly element: HTMLElement;
  readonly update: (item: Item) => void;
}

/** Makes a function that shows items in a parent, in their order. */
export function keyedList<Item>(
  parent: HTMLElement,
  key: (item: Item) => string,
  create: (item: Item) => Shown<Item>,
): (items: readonly Item[]) => void {
  let shown = new Map<string, { readonly item: Item; readonly view: Shown<Item> }>();

  const view = (item: Item): Shown<Item> => {
    const before = shown.get(key(item));
    if (before === undefined) {
      const made = create(item);
      made.update(item);
      return made;
    }
    if (before.item !== item) before.view.update(item);
    return before.view;
  };

  return (items) => {
    const focused = focusedPlace(parent);
    const next = new Map(items.map((item) => [key(item), { item, view: view(item) }]));
    for (const [id, { view: old }] of shown) if (!next.has(id)) old.element.remove();
    let place = parent.firstElementChild;
    for (const { view: wanted } of next.values()) {
      if (wanted.element === place) place = place.nextElementSibling;
      else parent.insertBefore(wanted.element, place);
    }
    shown = next;
    if (focused >= 0 && focusedPlace(parent) < 0) focusNear(parent, focused);
  };
}
