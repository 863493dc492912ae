{{- define "parley.name" -}}
{{- .Values.nameOverride | default .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "parley.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "parley.selector" -}}
app.kubernetes.io/name: {{ include "parley.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "parley.labels" -}}
{{ include "parley.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* Whether index and ledger are on a cluster: then any number of bots may work. */}}
{{- define "parley.shared" -}}
{{- if or .Values.opensearch.url .Values.opensearch.external -}}true{{- end -}}
{{- end -}}

{{- define "parley.secret" -}}
{{- .Values.existingSecret | default (include "parley.fullname" .) -}}
{{- end -}}

{{/* The pod, the same whether there is one bot or many. */}}
{{- define "parley.pod" -}}
metadata:
  labels:
    {{- include "parley.labels" . | nindent 4 }}
  annotations:
    # A pod reads its settings once; these make new ones of a change.
    checksum/config: {{ toYaml .Values.config | sha256sum }}
    checksum/secret: {{ toYaml .Values.secrets | sha256sum }}
    {{- with .Values.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "parley.fullname" . }}
  automountServiceAccountToken: false
  {{- with .Values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  # What is under way when a bot is stopped has half a minute.
  terminationGracePeriodSeconds: 45
  containers:
    - name: parley
      image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      args: [serve, --config, /etc/parley/parley.yaml]
      env:
        - name: PARLEY_HOST
          value: 0.0.0.0
        - name: PARLEY_DATA
          value: /data
        {{- if or .Values.documents.existingClaim .Values.documents.configMap }}
        - name: PARLEY_DOCUMENTS
          value: /documents
        {{- end }}
        {{- with .Values.opensearch.url }}
        - name: PARLEY_OPENSEARCH_URL
          value: {{ . | quote }}
        {{- end }}
        {{- range $name, $value := .Values.settings }}
        - name: {{ $name }}
          value: {{ $value | quote }}
        {{- end }}
      {{- if or .Values.secrets .Values.existingSecret }}
      envFrom:
        - secretRef:
            name: {{ include "parley.secret" . }}
      {{- end }}
      ports:
        - name: http
          containerPort: 8080
      # The first reading of many documents takes minutes; until it is done nobody is sent there.
      startupProbe:
        httpGet: { path: /healthz, port: http }
        periodSeconds: 5
        failureThreshold: 180
      livenessProbe:
        httpGet: { path: /healthz, port: http }
        periodSeconds: 15
        timeoutSeconds: 5
        failureThreshold: 4
      readinessProbe:
        httpGet: { path: /readyz, port: http }
        periodSeconds: 5
        timeoutSeconds: 5
      lifecycle:
        preStop:
          exec:
            # Until every balancer has heard that it goes.
            command: [sleep, "5"]
      resources:
        {{- toYaml .Values.resources | nindent 8 }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      volumeMounts:
        - { name: data, mountPath: /data }
        - { name: tmp, mountPath: /tmp }
        - { name: config, mountPath: /etc/parley, readOnly: true }
        {{- if or .Values.documents.existingClaim .Values.documents.configMap }}
        - { name: documents, mountPath: /documents, readOnly: true }
        {{- end }}
  {{- with .Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if include "parley.shared" . }}
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "parley.selector" . | nindent 10 }}
  {{- end }}
  volumes:
    - name: tmp
      emptyDir: { sizeLimit: 512Mi }
    - name: config
      configMap:
        name: {{ include "parley.fullname" . }}
    {{- if include "parley.shared" . }}
    - name: data
      emptyDir: { sizeLimit: 1Gi }
    {{- end }}
    {{- if .Values.documents.existingClaim }}
    - name: documents
      persistentVolumeClaim:
        claimName: {{ .Values.documents.existingClaim }}
        readOnly: true
    {{- else if .Values.documents.configMap }}
    - name: documents
      configMap:
        name: {{ .Values.documents.configMap }}
    {{- end }}
{{- end -}}
