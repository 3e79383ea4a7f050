/**
 * Services that have interface endpoints, by the part of their name after `com.amazonaws.<region>.`; most have one
 * ending in `-fips` too. AWS adds some every month, and no region has them all.
 *
 * Source: "AWS services that integrate with AWS PrivateLink"
 * (https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html), as aws/aws-cdk lists
 * them in `InterfaceVpcEndpointAwsService`, read 2026-11.
 */
const SERVICES = `
  access-analyzer account acm acm-pca airflow.api airflow.env airflow.ops analytics-omics apigateway
  app-integrations appconfig appconfigdata application-autoscaling application-signals applicationinsights
  appmesh appmesh-envoy-management apprunner apprunner.requests appstream.api appstream.streaming
  appsync-api apptest aps aps-workspaces arsenal-discovery athena auditmanager autoscaling
  autoscaling-plans awsconnector b2bi backup backup-gateway batch bcm-pricing-calculator bedrock
  bedrock-agent bedrock-agent-runtime bedrock-agentcore bedrock-agentcore.gateway bedrock-data-automation
  bedrock-data-automation-runtime bedrock-runtime billing billingconductor braket cases cassandra ce
  cleanrooms cleanrooms-ml cloudcontrolapi clouddirectory cloudformation cloudhsmv2 cloudtrail
  codeartifact.api codeartifact.repositories codebuild codecatalyst.git codecatalyst.packages codecommit
  codeconnections.api codedeploy codedeploy-commands-secure codeguru-profiler codeguru-reviewer
  codepipeline codestar-connections.api codewhisperer cognito-identity cognito-idp comprehend
  comprehendmedical compute-optimizer config connect-campaigns console control-storage-omics
  controlcatalog cost-optimization-hub data-servicediscovery databrew dataexchange datasync datazone
  deadline.management deadline.scheduling deviceadvisor.iot devops-guru dicom-medical-imaging discovery
  dms drs ds ds-data dsql dynamodb dynamodb-streams ebs ec2 ec2messages ecr-public.api ecr.api ecr.dkr ecs
  ecs-agent ecs-telemetry eks eks-auth elastic-inference.runtime elasticache elasticbeanstalk
  elasticbeanstalk-health elasticfilesystem elasticloadbalancing elasticmapreduce email email-smtp
  emr-containers emr-serverless emr-serverless-services.livy emr-serverless.dashboard emrwal.prod
  entityresolution events evidently evidently-dataplane execute-api finspace finspace-api fis forecast
  forecastquery frauddetector fsx geo.geofencing geo.maps geo.metadata geo.places geo.routes geo.tracking
  git-codecommit glue glue.dashboard grafana grafana-workspace greengrass groundstation guardduty
  guardduty-data healthlake identitystore imagebuilder inspector-scan inspector2 internetmonitor invoicing
  iot.credentials iot.data iot.fleethub.api iotfleetwise iotroborunner iotsitewise.api iotsitewise.data
  iottwinmaker.api iottwinmaker.data iotwireless.api kafka kafkaconnect kendra kinesis-firehose
  kinesis-streams kms lakeformation lambda launchwizard license-manager
  license-manager-linux-subscriptions license-manager-user-subscriptions logs lookoutequipment
  lookoutmetrics lookoutvision lorawan.cups lorawan.lns m2 macie2 mail-manager managedblockchain-query
  managedblockchain.bitcoin.mainnet managedblockchain.bitcoin.testnet mediaconnect medical-imaging
  memory-db memorydb-fips mgn migrationhub-orchestrator migrationhub-strategy models-v2-lex monitoring mq
  neptune-graph neptune-graph-data network-firewall networkflowmonitor networkflowmonitorreports
  networkmonitor nimble observabilityadmin organizations outposts panorama
  payment-cryptography.controlplane payment-cryptography.dataplane pca-connector-ad pca-connector-scep pcs
  personalize personalize-events personalize-runtime pi pinpoint pinpoint-sms-voice-v2 pipes pipes-data
  polly pricing.api private-networks profile proton q qapps qldb.session quicksight-website ram rbin rds
  rds-data redshift redshift-data redshift-serverless refactor-spaces rekognition repostspace
  resource-groups robomaker rolesanywhere rum rum-dataplane runtime-medical-imaging runtime-v2-lex s3
  s3-outposts s3tables s3vectors sagemaker-data-science-assistant sagemaker-geospatial sagemaker.api
  sagemaker.featurestore-runtime sagemaker.metrics sagemaker.runtime schemas scn secretsmanager
  securityhub securitylake serverlessrepo service.user-subscriptions servicecatalog
  servicecatalog-appregistry servicediscovery shield signin simspaceweaver sms snow-device-management sns
  social-messaging sqs ssm ssm-contacts ssm-incidents ssm-quicksetup ssmmessages states storage-omics
  storagegateway streaming-rekognition sts swf sync-states synthetics tagging tags-omics tax textract
  thinclient.api timestream-influxdb tnb transcribe transcribestreaming transfer transfer.server translate
  trustedadvisor verifiedpermissions voiceid vpc-lattice wafv2 wellarchitected wisdom workflows-omics
  workmail workspaces workspaces-web xray
`;

const KNOWN: ReadonlySet<string> = new Set(SERVICES.trim().split(/\s+/));

/** Names of the services that are known here. */
export const ENDPOINT_SERVICES: readonly string[] = [...KNOWN];

/** Whether a service with that endpoint name is known here. */
export function isKnownEndpointService(name: string): boolean {
  return KNOWN.has(name) || KNOWN.has(name.replace(/-fips$/, ''));
}
