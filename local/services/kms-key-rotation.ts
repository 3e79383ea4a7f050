import type { AwsCall } from '../aws-call';
import { checkInput } from '../input-shape';
import { type JsonInput, askMoto, jsonService, now } from '../json-service';
import { RegionalState } from '../regional-state';

/** When and how often a key is rotated. */
interface Rotation {
  readonly periodDays: number;
  /** Seconds since 1970. */
  readonly next: number;
}

/** Days between rotations when nobody says otherwise. */
const DEFAULT_PERIOD_DAYS = 365;
const SECONDS_PER_DAY = 86_400;

const keyId = { KeyId: { isRequired: true, min: 1, max: 2048 } } as const;

/**
 * The period of key rotation, which moto forgets: it only knows whether a key is rotated.
 *
 * Sources: https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html and
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
 */
export function kmsKeyRotation() {
  const rotations = new RegionalState(() => new Map<string, Rotation>());
  return jsonService({
    name: 'kms-key-rotation',
    service: 'kms',
    actions: {
      async EnableKeyRotation(input, call, moto) {
        checkInput(input, { ...keyId, RotationPeriodInDays: { min: 90, max: 2560 } });
        const output = await askMoto(call, moto);
        const known = rotations.of(call);
        const periodDays = input.RotationPeriodInDays as number | undefined;
        const id = idOf(input);
        known.set(id, rotation(periodDays ?? known.get(id)?.periodDays ?? DEFAULT_PERIOD_DAYS));
        return output;
      },
      async GetKeyRotationStatus(input, call, moto) {
        checkInput(input, keyId);
        const output = await askMoto<{ KeyRotationEnabled: boolean }>(call, moto);
        const KeyId = arnOf(idOf(input), call);
        if (!output.KeyRotationEnabled) return { KeyId, ...output };
        // A key can be made with rotation on, by CloudFormation.
        const { periodDays, next } = rotations.of(call).get(idOf(input)) ?? rotation(DEFAULT_PERIOD_DAYS);
        return { KeyId, ...output, RotationPeriodInDays: periodDays, NextRotationDate: next };
      },
    },
  });
}

function rotation(periodDays: number): Rotation {
  return { periodDays, next: now() + periodDays * SECONDS_PER_DAY };
}

/** Both actions take an id or an ARN, and no alias. */
function idOf({ KeyId }: JsonInput): string {
  return String(KeyId).replace(/^.*:key\//, '');
}

function arnOf(id: string, { region, account }: AwsCall): string {
  return `arn:aws:kms:${region}:${account}:key/${id}`;
}
