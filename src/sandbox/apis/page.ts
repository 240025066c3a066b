import { toPage, toSandbox } from '../border.ts';
import type { PermissionName } from '../permissions/index.ts';
import type { Value } from '../values.ts';
import type { Api, Apis, SharedContext } from './api.ts';
import { logToConsole } from './logging.ts';

/** The container that the stand-in says it is. */
export const CONTAINER_ID = 'GTM-STANDIN';

export const queryPermission: Api<SharedContext> = {
  args: ['string'],
  call({ assert }, permission: string, ...asked: Value[]) {
    try {
      assert(permission as PermissionName, ...asked.map(toPage));
      return true;
    } catch {
      return false;
    }
  },
};

export const pageApis: Apis = {
  getContainerVersion: {
    permission: 'read_container_data',
    call({ page, assert }) {
      assert('read_container_data');
      return toSandbox({
        containerId: CONTAINER_ID,
        containerUrl: `https://www.googletagmanager.com/gtm.js?id=${CONTAINER_ID}`,
        debugMode: page.preview,
        environmentMode: false,
        environmentName: '',
        firstPartyServing: false,
        previewMode: page.preview,
        version: '1',
      });
    },
  },
  logToConsole: logToConsole(toPage),
  queryPermission,
  readCharacterSet: {
    permission: 'read_character_set',
    call({ page, assert }) {
      assert('read_character_set');
      return (page.window.document as { characterSet?: string } | undefined)?.characterSet ?? 'UTF-8';
    },
  },
  readTitle: {
    permission: 'read_title',
    call({ page, assert }) {
      assert('read_title');
      return page.title;
    },
  },
};
