import { type ServiceControlPolicy, unlessDeploying } from './service-control-policy';

/**
 * The first thing an intruder does is to switch off what records him. Trails, the recorder of AWS Config, GuardDuty,
 * Security Hub, Access Analyzer and flow logs stay on; only deployments change them, which are reviewed, and which
 * have to take them down again with a stage that may be destroyed.
 *
 * Sources: "Example SCPs for AWS Config", "… for Amazon GuardDuty", "… for AWS Security Hub" and "… for Amazon VPC"
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html).
 */
export const protectAuditTrail: ServiceControlPolicy = {
  name: 'protect-audit-trail',
  description: 'What records and watches accounts stays on',
  statements: (props) => [
    {
      Sid: 'ProtectAuditTrail',
      Effect: 'Deny',
      Action: [
        'access-analyzer:DeleteAnalyzer',
        'cloudtrail:DeleteEventDataStore',
        'cloudtrail:DeleteTrail',
        'cloudtrail:PutEventSelectors',
        'cloudtrail:PutInsightSelectors',
        'cloudtrail:StopEventDataStoreIngestion',
        'cloudtrail:StopLogging',
        'cloudtrail:UpdateEventDataStore',
        'cloudtrail:UpdateTrail',
        'config:DeleteConfigurationRecorder',
        'config:DeleteDeliveryChannel',
        'config:DeleteRetentionConfiguration',
        'config:StopConfigurationRecorder',
        'ec2:DeleteFlowLogs',
        'guardduty:DeleteDetector',
        'guardduty:DeleteMembers',
        'guardduty:DisassociateFromAdministratorAccount',
        'guardduty:DisassociateFromMasterAccount',
        'guardduty:DisassociateMembers',
        'guardduty:StopMonitoringMembers',
        'guardduty:UpdateDetector',
        'securityhub:BatchDisableStandards',
        'securityhub:DeleteMembers',
        'securityhub:DisableSecurityHub',
        'securityhub:DisassociateFromAdministratorAccount',
        'securityhub:DisassociateFromMasterAccount',
        'securityhub:DisassociateMembers',
      ],
      // Whatever they are called: which trails and detectors there are is not known here.
      Resource: '*',
      Condition: unlessDeploying(props),
    },
  ],
};
