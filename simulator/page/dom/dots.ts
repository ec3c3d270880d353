/** Instances as dots. */
import type { Dot, ZoneView } from "../view/group.js";
import { INSTANCE_KINDS, kindWords, type InstanceKind } from "../view/instance.js";
import { html, svg } from "./element.js";

function sign(kind: InstanceKind, isProtected: boolean, title?: string): SVGElement {
  return svg(
    "svg",
    { class: `dot ${kind}`, "aria-hidden": "true" },
    ...(title === undefined ? [] : [svg("title", {}, title)]),
    svg("use", { href: `#dot-${kind}` }),
    ...(isProtected ? [svg("use", { href: "#dot-shield" })] : []),
  );
}

const dotElement = (dot: Dot): SVGElement => sign(dot.kind, dot.protected, dot.title);

/** The sign of a kind alone, for use beside words. */
export const kindSign = (kind: InstanceKind, isProtected: boolean): SVGElement => sign(kind, isProtected);

/** An AZ with its instances: dots for eyes, a sentence for ears. */
export const zoneElement = ({ name, dots, sentence }: ZoneView): HTMLElement =>
  html(
    "div",
    { class: "zone" },
    html("span", { class: "quiet" }, name),
    html(
      "div",
      { class: "dots" },
      html("span", { class: "unseen" }, `: ${sentence}`),
      ...dots.map(dotElement),
    ),
  );

/** What the signs mean. */
export const legendItems = (): readonly HTMLElement[] => [
  ...INSTANCE_KINDS.map((kind) => html("li", {}, kindSign(kind, false), kindWords[kind])),
  html("li", {}, kindSign("serving", true), "protected"),
];
