/**
 * As much of GTM as a container needs to run: on each event of the data layer, the tags whose triggers match it, their
 * fields filled with variables, fire in the stand-in's sandbox.
 */

import type {
  Condition,
  ContainerExport,
  Parameter,
  Tag,
  Trigger,
} from '../../src/container/export-format.ts';
import { type Firing, fire, type Page, readTemplate } from '../../src/sandbox/index.ts';

/** One firing of a tag; a Custom HTML tag has no outcome. */
export interface Fired {
  event: string;
  tag: string;
  firing?: Firing;
}

/** The events that GTM's own triggers wait for. */
const ownEvents: Record<string, string> = { '2147479573': 'gtm.init' };

/** Where GTM keeps what its built-in variables hold. */
const builtIn: Record<string, string> = { CLICK_URL: 'gtm.elementUrl' };

/**
 * Publishes a container on a page, and begins as GTM does, with Initialization.
 * @param runScript runs what a Custom HTML tag holds between its script tags
 * @returns every firing, as it happens
 */
export function publish(
  { containerVersion: container }: ContainerExport,
  page: Page,
  runScript: (code: string) => void = () => {},
): Fired[] {
  const fired: Fired[] = [];
  const templates = new Map(
    container.customTemplate.map(({ containerId, templateId, templateData }) => [
      `cvt_${containerId}_${templateId}`,
      readTemplate(templateData),
    ]),
  );

  function variable(name: string, event: string): unknown {
    if (name === '_event') return event;
    const own = container.builtInVariable.find((candidate) => candidate.name === name);
    if (own) return page.dataLayer.read(builtIn[own.type] ?? '', 2);
    const found = container.variable.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`There is no variable {{${name}}}.`);
    const read = (key: string) => {
      const parameter = found.parameter?.find((candidate) => candidate.key === key);
      return parameter && resolved(parameter, event);
    };
    const path = String(read('name'));
    if (found.type === 'uv') return undefined;
    if (found.type === 'c') return read('value');
    if (found.type === 'j') return fromWindow(path);
    const value = page.dataLayer.read(path, Number(read('dataLayerVersion')));
    return value === undefined && read('setDefaultValue') === true ? read('defaultValue') : value;
  }

  function fromWindow(path: string): unknown {
    return path.split('.').reduce<unknown>((at, key) => {
      return at === undefined || at === null ? undefined : (at as Record<string, unknown>)[key];
    }, page.window);
  }

  /** A variable alone keeps its type; within a text it becomes part of it. */
  function withVariables(text: string, event: string): unknown {
    const alone = /^\{\{([^{}]+)\}\}$/.exec(text)?.[1];
    if (alone) return variable(alone, event);
    return text.replace(/\{\{([^{}]+)\}\}/g, (_reference, name) => String(variable(name, event)));
  }

  function resolved(parameter: Parameter, event: string): unknown {
    if (parameter.type === 'LIST') return parameter.list.map((row) => fields(row.map, event));
    if (parameter.type === 'BOOLEAN') return parameter.value === 'true';
    return withVariables(parameter.value, event);
  }

  function fields(parameters: Parameter[], event: string): Record<string, unknown> {
    return Object.fromEntries(parameters.map((parameter) => [parameter.key, resolved(parameter, event)]));
  }

  function isTrue({ type, parameter }: Condition, event: string): boolean {
    const { arg0, arg1, negate } = fields(parameter, event);
    return compare[type](String(arg0), String(arg1)) !== (negate === true);
  }

  function matches(trigger: Trigger, event: string): boolean {
    const isMeant = trigger.type === 'CUSTOM_EVENT' || event === 'gtm.linkClick';
    const conditions = [...(trigger.customEventFilter ?? []), ...(trigger.filter ?? [])];
    return isMeant && conditions.every((condition) => isTrue(condition, event));
  }

  function isFiredBy(ids: string[] | undefined, event: string): boolean {
    return (ids ?? []).some((id) => {
      const trigger = container.trigger.find((candidate) => candidate.triggerId === id);
      return trigger ? matches(trigger, event) : ownEvents[id] === event;
    });
  }

  function run(tag: Tag, event: string, eventId: number): Firing | undefined {
    const values = fields(tag.parameter, event);
    if (tag.type === 'html') {
      for (const [, code = ''] of String(values.html).matchAll(/<script>([\s\S]*?)<\/script>/g))
        runScript(code);
      return undefined;
    }
    const template = templates.get(tag.type);
    if (!template) {
      throw new Error(`${tag.name} is of a type that the container does not bring: ${tag.type}`);
    }
    return fire(page, template, values, { eventId, tagId: Number(tag.tagId) });
  }

  page.onEvent((event, _message, eventId) => {
    const due = container.tag.filter(
      (tag) =>
        !tag.paused && isFiredBy(tag.firingTriggerId, event) && !isFiredBy(tag.blockingTriggerId, event),
    );
    for (const tag of due) fired.push({ event, tag: tag.name, firing: run(tag, event, eventId) });
  });
  page.push({ event: 'gtm.init' });
  return fired;
}

/** GTM compares texts: what has no value reads "undefined". */
const compare: Record<Condition['type'], (value: string, compared: string) => boolean> = {
  EQUALS: (value, compared) => value === compared,
  STARTS_WITH: (value, compared) => value.startsWith(compared),
  MATCH_REGEX: (value, compared) => new RegExp(compared).test(value),
};
