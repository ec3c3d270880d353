/** Where the focus goes on when what had it is gone; otherwise it would be at the top of the page. */

/** The place in a list of the element that has the focus or holds it; -1 when it is elsewhere. */
export const focusedPlace = (list: Element): number =>
  [...list.children].findIndex((element) => element.contains(document.activeElement));

/** Whether something that one can see has the focus, inside of this element. */
export function holdsFocus(element: Element): boolean {
  const { activeElement: active } = document;
  return active !== null && element.contains(active) && active.checkVisibility();
}

/** Puts the focus on a button of the list, at this place or as near as there is one, or else on the heading above. */
export function focusNear(list: Element, place: number): void {
  const rows = [...list.children];
  const [nearest] = [...rows.slice(place), ...rows.slice(0, place).reverse()]
    .map((row) => row.querySelector("button"))
    .filter((found) => found !== null);
  const heading = list.closest("section")?.querySelector<HTMLElement>("h2, h3");
  if (heading) heading.tabIndex = -1;
  (nearest ?? heading)?.focus();
}
